trust-title = Trust
trust-summary = What customers say of trust.
trust-body = Of all customers, { $trust } trust us.
