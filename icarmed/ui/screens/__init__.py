"""The screens, one module or package each; they never import each other."""
