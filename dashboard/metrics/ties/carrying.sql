-- Which of these tags what is counted carries.
SELECT story, place FROM carried JOIN knot USING (tag)
