// DuckDB or better-sqlite3 in a process of its own: each line that comes in, {statements, each}, is run, and answered
// with its wall and processor seconds. each: for every time the parameters of every statement, one transaction a time.
//   node peers.mjs duckdb|better-sqlite3 FILE
import { createInterface } from "node:readline";

const [engine, file] = process.argv.slice(2);

async function duckdb() {
    const { DuckDBInstance } = await import("@duckdb/node-api");
    const connection = await (await DuckDBInstance.create(file, { threads: "2" })).connect();
    return {
        script: (sql) => connection.runAndReadAll(sql),
        prepare: async (sql) => {
            const statement = await connection.prepare(sql);
            return async (values) => {
                statement.bind(values);
                await statement.runAndReadAll();
            };
        },
    };
}

async function betterSqlite3() {
    const { default: Database } = await import("better-sqlite3");
    const book = new Database(file);
    for (const each of ["journal_mode = WAL", "synchronous = EXTRA", "foreign_keys = ON", "cache_size = -65536"])
        book.pragma(each);
    const run = (statement, values) => (statement.reader ? statement.all(...values) : statement.run(...values));
    return {
        script: (sql) => (/^(SELECT|WITH)/.test(sql) ? book.prepare(sql).all() : book.exec(sql)),
        prepare: (sql) => {
            const statement = book.prepare(sql);
            return (values) => run(statement, values);
        },
    };
}

const { script, prepare } = await (engine === "duckdb" ? duckdb() : betterSqlite3());
const prepared = new Map();

for await (const line of createInterface({ input: process.stdin })) {
    const { statements, each } = JSON.parse(line);
    for (const sql of each ? statements : [])
        if (!prepared.has(sql)) prepared.set(sql, await prepare(sql));
    const begin = process.hrtime.bigint();
    const used = process.cpuUsage();
    for (const sql of each ? [] : statements) await script(sql);
    for (const values of each ?? []) {
        await script("BEGIN");
        for (let i = 0; i < statements.length; ++i) await prepared.get(statements[i])(values[i]);
        await script("COMMIT");
    }
    const { user, system } = process.cpuUsage(used);
    const times = each?.length ?? 1;
    console.log(Number(process.hrtime.bigint() - begin) / 1e9 / times, (user + system) / 1e6 / times);
}
process.exit(0);
