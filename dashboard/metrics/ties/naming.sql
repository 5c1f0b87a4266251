-- Which of these entities what is counted names.
SELECT story, place FROM named JOIN knot ON id = entity
