"""Text recognition by Tesseract, where it is installed: which languages (`languages`), a picture to text (`tesseract`).

`launch` is the process in between, which gives up what Tesseract does not need before it becomes Tesseract.
"""
