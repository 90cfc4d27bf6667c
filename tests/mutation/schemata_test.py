#!/usr/bin/env python3
"""Tests of the scanner and of the rewriting: tables of what they take and what they leave alone."""

import pathlib
import sys
import unittest

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).parent))

import cpp_tokens  # noqa: E402
import refusals  # noqa: E402
import schemata  # noqa: E402

LEFT_ALONE = [
    '#include "file_1.h"', "// 7", "/* 7\n 8 */", '"7 \\" 8"', "'7'", 'R"(7 " 8)"', 'R"x(7)" 8)x"', "x1_2",
    '#define x 5 \\\n 6',
]
CHANGED = [
    ("7", "8"), ("0", "1"), ("10U", "11U"), ("5uz", "6uz"), ("0x1F", "32"), ("0b11", "4"), ("010", "9"),
    ("1'000", "1001"), ("0.1", "0.12"), ("1e-3", "0.0111"), (".5F", "0.56F"), ("2.", "2.21"), ("5min", "6min"),
]
REWRITTEN = [
    ("constexpr int x = 1;", "const int x = M(1,2);"),
    ("inline constexpr auto x = std::to_array<P>({{.a = 2}});",
     "inline const auto x = std::to_array<P>({{.a = M(2,3)}});"),
    ("namespace n { constexpr int f(int x) { return x * 2; } }",
     "namespace n { inline int f(int x) { return x * M(2,3); } }"),
    ("inline constexpr int f() { return 2; }", "inline  int f() { return M(2,3); }"),
    ("struct S { static constexpr int x = 3; int y = 4; };",
     "struct S { static inline const int x = M(3,4); int y = M(4,5); };"),
    ("struct S { constexpr int f() const { return 3; } };", "struct S {  int f() const { return M(3,4); } };"),
    ("struct S { constexpr auto operator<=>(const S&) const = default; };",
     "struct S {  auto operator<=>(const S&) const = default; };"),
    ("int f() { constexpr double x = 0.1; return [] { return x; }(); }",
     "int f() { static const double x = M(0.1,0.12); return [] { return x; }(); }"),
    ("int f() { static constexpr int x = 3; return x; }", "int f() { static const int x = M(3,4); return x; }"),
    ("constexpr const char* x = y[1];", " const char* x = y[M(1,2)];"),
    ("constexpr std::array x{S{.f = [](int d) { return d < 14; }}};",
     "const std::array x{S{.f = [](int d) { return d < M(14,15); }}};"),
    ("int f() { if constexpr (x) { return 1; } }", "int f() { if constexpr (x) { return M(1,2); } }"),
    ("enum class E { a = 1 };", "enum class E { a = 1 };"),
    ("int f(int x) { switch (x) { case 1: return -1; } }", "int f(int x) { switch (x) { case 1: return -M(1,2); } }"),
    ("std::array<std::pair<A, B>, 3> x;", "std::array<std::pair<A, B>, 3> x;"),
]


def rewritten(text):
    source = schemata.source_of("x.cpp", text, True)
    result = source.rewritten()
    for mutant in source.mutants:
        result = result.replace(schemata.call_of(mutant), f"M({mutant.literal},{mutant.changed})")
    return result


class Tokens(unittest.TestCase):
    def test_numbers_outside_code_are_left_alone(self):
        for text in LEFT_ALONE:
            with self.subTest(text):
                self.assertEqual([t for t in cpp_tokens.tokens(text + "\n") if t.kind == "number"], [])

    def test_numbers_change_into_another_of_their_type(self):
        for literal, changed in CHANGED:
            with self.subTest(literal):
                numbers = [t.text for t in cpp_tokens.tokens(f"f({literal}+x)") if t.kind == "number"]
                self.assertEqual(numbers, [literal])
                self.assertEqual(cpp_tokens.changed(literal), changed)

    def test_lines_are_counted_through_comments_and_raw_text(self):
        self.assertEqual(cpp_tokens.tokens('/*\n*/ R"(\n)"\n#if 1\n7')[-1].line, 5)


class Rewriting(unittest.TestCase):
    def test_makes_every_number_a_call_and_nothing_constant_that_holds_one(self):
        for text, expected in REWRITTEN:
            with self.subTest(text):
                self.assertEqual(rewritten(text), expected)

    def test_leaves_tests_their_numbers(self):
        source = schemata.source_of("x_test.cpp", "constexpr int x = 1;", False)
        self.assertEqual(source.rewritten(), "const int x = 1;")

    def test_changes_one_for_good_where_it_must_stay_constant(self):
        source = schemata.source_of("x.cpp", "enum E { a = 1 };", True)
        self.assertEqual(source.rewritten(source.mutants[0]), "enum E { a = 2 };")


class Refusals(unittest.TestCase):
    def test_give_back_the_declaration_that_a_note_points_at(self):
        source = schemata.source_of("x.h", "constexpr int n = 3;\nint a[n];\n", True)
        log = ("tree/x.h:2:7: error: the value of 'n' is not usable in a constant expression\n"
               "tree/x.h:1:11: note: 'n' was not initialized with a constant expression\n")
        self.assertEqual(refusals.give_back({"x.h": source}, log), 1)
        self.assertEqual(source.rewritten(), source.text)

    def test_give_back_only_the_number_at_the_place(self):
        source = schemata.source_of("x.h", "auto x = f(1) + g<2>();\n", True)
        column = source.rewritten().index(schemata.call_of(source.mutants[1])) + 1
        log = f"tree/x.h:1:{column}: error: call to non-'constexpr' function 'needlebook_mutant'\n"
        self.assertEqual(refusals.give_back({"x.h": source}, log), 1)
        self.assertEqual([bool(m.kept_because) for m in source.mutants], [False, True])

    def test_are_none_in_files_that_are_not_rewritten(self):
        self.assertEqual(refusals.give_back({}, "/usr/include/x.h:1:1: error: no constant expression\n"), 0)


if __name__ == "__main__":
    unittest.main()
