"""Charts: a figure a function, a DataFrame in and a Plotly figure out.

Nothing here knows Streamlit, SQL or the snapshot; what a frame holds is said in
dashboard/metrics/."""
