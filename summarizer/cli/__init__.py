"""The command line: options, exit statuses, progress and printing; nothing else in the package prints."""
