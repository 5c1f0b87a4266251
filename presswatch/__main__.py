"""`python -m presswatch` is the command `presswatch`."""

from presswatch.cli import main

main()
