"""What reads: filters, metrics, charts, views and the commands that print. It imports no etl."""
