### The words of a chart.
x-group-one = หนึ่งเดียว
## A group without a line above it.

x-group-two = คู่

## A group with a message right below it.
x-group-three = อีกคู่

## A group without messages.

## Another group.

x-group-four = ท้าย

### A second comment of the file.

x-group-five = จบ

## The last group.
