"""Words and phrases of one document as the sanctions grammar reads them."""
