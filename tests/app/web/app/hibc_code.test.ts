// What a scanner types when it reads a box that is labelled by HIBCC's standard.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { checkCharacter, hibcCode } from "../../../../app/web/app/lots/hibc_code.ts";
import { scanned } from "../../../../app/web/app/lots/stock_scan.ts";

const withCheck = (text: string): string => text + checkCharacter(text);

describe("A code by HIBCC's standard", () => {
  test("has the check character of the standard's example", () => {
    assert.equal(checkCharacter("+A123BJC5D6E71"), "G");
  });

  test("says lot and day, by each way of writing a day", () => {
    const said = { lot: "10X3", expiry: "2020-01-15" };
    assert.deepEqual(hibcCode("+A99912345/$$52001510X33"), said);
    for (const date of ["2011520", "3200115", "420011508", "520015", "62001508"])
      assert.deepEqual(hibcCode(withCheck(`+A99912345/$$${date}10X3`)), said, date);
    assert.deepEqual(hibcCode(withCheck("+A99912345/2001510X3")), said);
    assert.deepEqual(hibcCode(withCheck("+A99912345/$10X3/14D20200115")), said);
    assert.deepEqual(hibcCode(withCheck("+A99912345/$$012010X3")), { lot: "10X3", expiry: "2020-01-31" });
  });

  test("may say a quantity, a serial number and a day of making too, and no expiry", () => {
    const said = { lot: "K2207", expiry: "" };
    assert.deepEqual(hibcCode(withCheck("+A99912345/$$7K2207/S77/16D20250101")), said);
    assert.deepEqual(hibcCode(withCheck("+A99912345/$K2207/Q50")), said);
    assert.deepEqual(hibcCode(withCheck("+A99912345/$$8503270630K2207")), { lot: "K2207", expiry: "2027-06-30" });
    assert.deepEqual(hibcCode(withCheck("+A99912345/$$9000503270630K2207")), { lot: "K2207", expiry: "2027-06-30" });
  });

  test("may be the second half alone, with its link to the first", () => {
    assert.deepEqual(hibcCode(withCheck("+$$3270630K2207G")), { lot: "K2207", expiry: "2027-06-30" });
    assert.deepEqual(scanned(` ${withCheck("+$$3270630K2207G")}\n`), { lot: "K2207", expiry: "2027-06-30" });
  });

  test("is none where it was misread, names no lot, or a day that is none", () => {
    const code = withCheck("+A99912345/$$3270630K2207");
    assert.equal(hibcCode(code.replace("K2207", "K2208")), null);
    for (const text of [
      "",
      "+",
      "K2207",
      "+A123BJC5D6E71G",
      withCheck("+A99912345/$+77"),
      withCheck("+A99912345/$$327133099"),
    ])
      assert.equal(hibcCode(text), null, text);
  });
});

test("1,000 made-up codes of both standards are read right", () => {
  let state = 7;
  const below = (most: number): number => (state = (state * 48271) % 2147483647) % most;
  const two = (value: number): string => String(value).padStart(2, "0");
  const letters = "ABCDEFGHJKLMNPQRSTUVWXYZ0123456789-.";
  for (let turn = 0; turn < 1000; turn++) {
    const lot = Array.from({ length: 1 + below(13) }, () => letters[below(letters.length)]).join("");
    const [year, month, day] = [26 + below(9), 1 + below(12), 1 + below(28)];
    const expiry = `20${two(year)}-${two(month)}-${two(day)}`;
    const date = `${two(year)}${two(month)}${two(day)}`;
    const quantity = ["", `8${two(below(100))}`, `9${String(below(100000)).padStart(5, "0")}`][below(3)];
    const codes = [
      withCheck(`+A9991234${below(10)}/$$${quantity}3${date}${lot}`),
      withCheck(`+$$${quantity}2${date.slice(2)}${date.slice(0, 2)}${lot}G`),
      `]d20109506000134352${`17${date}10${lot}`}`,
      `(01)09506000134352(17)${date}(10)${lot}(21)${below(1000)}`,
    ];
    for (const code of codes) assert.deepEqual(scanned(code), { lot, expiry }, code);
  }
});
