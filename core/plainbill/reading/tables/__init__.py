"""Tables of a page: what each of their rows is, a service, a payment, a sum, a heading or a detail."""
