"""Every picture of the course: graphs and their backward pass, plots, live figures.

``layout`` and ``graph`` draw an expression graph; ``player`` and ``explain`` walk back through
it. ``plots`` has the figures of the lessons, ``explore`` those with sliders.
"""
