# Geometries: columns, constructors, texts, functions of one and of two, plane and earth. See docs/profiles.md.
include queries

size boundaries 5

weight simpleExpression/functionCall          12
weight simpleExpression/columnRef             8
weight aggregateFunction/ST_COLLECT           20
favour geometry                               8
favour point                                  3
favour line                                   3
favour polygon                                3
favour collection                             3
favour earth                                  4
favour anywhere                               2
