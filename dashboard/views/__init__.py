"""The pages, a file each: they ask metrics and hand charts to Streamlit.

Not named `pages/`: Streamlit takes that folder for its own."""
