"""The HTTP edge: who acts, which permission a route carries, errors as pages or problem documents, headers, assets."""
