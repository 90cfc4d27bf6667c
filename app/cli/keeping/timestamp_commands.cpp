// Time-stamps of the ledger's end by an authority.

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/backup/timestamps.h"
#include "app/cli/commands/commands.h"
#include "app/cli/invocation.h"
#include "app/cli/terminal/text_table.h"
#include "app/json/json_value.h"
#include "db/ledger/ledger.h"

namespace cli {

namespace {

std::string stamped_entry_text(const db::Head& end) {
    return fmt::format("entry {}, {}", end.seq, db::hex(end.hash).substr(0, db::witness_digits));
}

db::Book book_of_keeper(const Invocation& call) {
    auto book = call.open_to_keep();
    access_control::require(access_control::authorise_local(book, call.actor()),
                            access_control::Right::keep_book);
    return book;
}

void request_stamp(Invocation& call) {
    const auto book = book_of_keeper(call);
    const std::filesystem::path out = call.arguments.need("out");
    const auto end = backup::request_timestamp(book, out);
    call.io.out << stamped_entry_text(end) << '\n';
    call.io.err << fmt::format(
        "Send {0} to the authority, and keep its answer. Where it takes requests over the web:\n"
        "    curl -H 'Content-Type: application/timestamp-query' --data-binary @{0} URL -o "
        "head.tsr\n",
        out.string());
}

void import_stamp(Invocation& call) {
    const auto book = book_of_keeper(call);
    const auto stamp = backup::import_timestamp(
        book, call.arguments.need("FILE"), call.arguments.need("authority"));
    call.io.out << fmt::format("{}: {}\n", stamp.at, stamped_entry_text(stamp.of));
}

exchange::OrderedJson stamp_json(const backup::TimeStamp& stamp) {
    return {{"entry", stamp.of.seq},
            {"hash", db::hex(stamp.of.hash)},
            {"at", stamp.at},
            {"file", stamp.name + ".tsr"},
            {"problem",
             stamp.problem ? exchange::OrderedJson(stamp.problem->what)
                           : exchange::OrderedJson(nullptr)}};
}

void list_stamps(Invocation& call) {
    const auto book = call.open_to_keep();
    const auto stamps = backup::timestamps_of(book);
    std::vector<schema::Problem> problems;
    std::vector<std::vector<std::string>> rows;
    for (const auto& stamp : stamps) {
        rows.push_back({std::to_string(stamp.of.seq),
                        db::hex(stamp.of.hash).substr(0, db::witness_digits),
                        stamp.at,
                        stamp.problem ? "no" : "yes"});
        if (stamp.problem) {
            problems.push_back(*stamp.problem);
        }
    }
    if (call.json()) {
        call.io.out << exchange::json_text(exchange::array_of(stamps, &stamp_json)) << '\n';
    } else if (!rows.empty()) {
        call.io.out << text_table(
            {"entry", "hash", "stamped at", "holds"}, rows, call.io.table_width());
    } else {
        call.io.err << "There is none.\n";
    }
    if (!problems.empty()) {
        call.io.out.flush();
        throw schema::Error(schema::Fault::damaged, std::move(problems));
    }
}

}  // namespace

std::vector<Command> timestamp_commands() {
    return {
        {.noun = "timestamp",
         .verb = "request",
         .summary = "Write what a time-stamp authority is asked, of the ledger's end.",
         .example = "needlebook timestamp request --out head.tsq",
         .output = "entry 96, 5f0c1a2b9d3e4f50",
         .notes = "It holds the hash of the entry and nothing of a patient. The program openssl "
                  "makes it (RFC 3161); this one\nsends nothing.\n",
         .options = {{.name = "out",
                      .value = "FILE",
                      .meaning = "where to; it must not be there yet",
                      .required = true}},
         .run = &request_stamp},
        {.noun = "timestamp",
         .verb = "import",
         .summary = "Verify an authority's answer and keep it beside the book.",
         .example = "needlebook timestamp import head.tsr --authority authority.pem",
         .output = "2026-01-05T09:31:02Z: entry 96, 5f0c1a2b9d3e4f50",
         .notes =
             "It is verified through `openssl ts -verify` and kept in NAME.timestamps; it goes "
             "with every backup of the book, and\nnow into the folders of the backup policy "
             "that are there.\n",
         .arguments = {{"FILE", "the authority's answer"}},
         .options = {{.name = "authority",
                      .value = "FILE",
                      .meaning = "its certificates in PEM: the root, and what is between",
                      .required = true}},
         .run = &import_stamp},
        {.noun = "timestamp",
         .verb = "list",
         .summary = "List the time-stamps that are kept, each verified again.",
         .example = "needlebook timestamp list",
         .output =
             "entry  hash              stamped at            holds\n   96  5f0c1a2b9d3e4f50  …",
         .notes = "By the authority's certificate as of the moment of the stamp, and against the "
                  "ledger. Exit status 3: one does\nnot hold.\n",
         .json = true,
         .run = &list_stamps},
    };
}

}  // namespace cli
