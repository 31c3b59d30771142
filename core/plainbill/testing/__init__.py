"""For authors of plugins: doubles for their tests, and the contract that every plugin has to keep.

Nothing is imported here, so that pytest stays as fast as it was. `plainbill.testing.doubles` has pages, lines, a
reader, a model and a clock that need no machine; `plainbill.testing.paper_texts` a dozen made-up papers. The contract
is run with

    pytest --pyargs plainbill.testing.contract --plainbill-plugin NAME
"""
