"""Settings (route `settings`: the factory that `settings_page(context)` gives)."""
