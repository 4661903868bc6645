"""News and picture agencies, as they are named in credits."""

from __future__ import annotations

import re

NEWS = frozenset(
    (
        *("AFP", "AP", "AP Photo", "Associated Press", "Reuters", "REUTERS", "dpa", "EPA", "EPA-EFE", "EFE", "ANSA"),
        *("APA", "PA", "PA Media", "PA Wire", "Xinhua", "TASS", "Bloomberg", "NurPhoto", "Anadolu", "Kyodo", "Yonhap"),
        *("PTI", "ANI", "Zuma", "Zuma Press"),
    )
)
"""They sign stories too."""
PICTURES = frozenset(
    (
        *("Getty", "Getty Images", "GettyImages", "Shutterstock", "ShutterStock", "iStock", "iStockphoto", "Alamy"),
        *("Alamy Stock Photo", "Unsplash", "Pexels", "Pixabay", "Flickr", "Adobe Stock", "stock.adobe.com"),
        *("Dreamstime", "Dreamstime.com", "Depositphotos", "Wikimedia", "Wikimedia Commons", "Imago", "IMAGO"),
        *("picture alliance", "Science Photo Library", "SCIENCE PHOTO LIBRARY"),
    )
)
AGENCY = f"(?:{'|'.join(map(re.escape, sorted(NEWS | PICTURES, key=len, reverse=True)))})"
"""A pattern for any of them."""
