// The commands of the clinic's own records: stock, protocols and consent forms.

#include <type_traits>

#include <fmt/format.h>

#include "app/cli/commands/commands.h"
#include "app/cli/commands/record_options.h"
#include "app/cli/commands/record_words.h"
#include "app/cli/invocation.h"
#include "app/cli/lists/table_list.h"
#include "app/json/clinic_record_json.h"
#include "app/json/record_json.h"
#include "app/tracking/clinic/clinic_records.h"
#include "app/tracking/clinic/stock.h"
#include "db/records/records.h"
#include "schema/kinds/record_text.h"
#include "schema/types/text.h"

namespace cli {

namespace {

using schema::ConsentForm;
using schema::Protocol;
using schema::Stock;

template <class Record>
Record stored_of_clinic(const Invocation& call, const db::Book& book) {
    const schema::Id<Record> id(id_given(call, book, kinds::of<Record>()));
    auto record = db::find(book, id);
    if (!record) {
        throw schema::refused(
            fmt::format("{} {}", kinds::of<Record>().noun, id.value),
            "there is none with this id",
            fmt::format("`needlebook {} list --voided` shows the ids", kinds::of<Record>().noun));
    }
    return std::move(*record);
}

template <class Record>
void write_new_of_clinic(Invocation& call) {
    auto book = call.open_to_write();
    Record record;
    set_given(call, book, record);
    call.io.out << tracking::record(book, call.submission(), record).answer << '\n';
}

template <class Record>
void correct_of_clinic(Invocation& call) {
    auto book = call.open_to_write();
    const auto before = stored_of_clinic<Record>(call, book);
    auto record = before;
    correct_given(call, book, record);
    tracking::correct(book, call.submission(), record);
    print_correction(call, kinds::ConstRecord(before).kept(), before, record);
}

template <class Record>
void void_of_clinic(Invocation& call) {
    auto book = call.open_to_write();
    Record which;
    which.id = schema::Id<Record>(id_given(call, book, kinds::of<Record>()));
    call.io.out << tracking::void_record(book, call.submission(), which).answer << '\n';
}

template <class Record>
void restore_of_clinic(Invocation& call) {
    auto book = call.open_to_write();
    Record which;
    which.id = schema::Id<Record>(id_given(call, book, kinds::of<Record>()));
    call.io.out << tracking::restore_record(book, call.submission(), which).answer << '\n';
}

exchange::OrderedJson json_of(const Stock& stock, const db::Book& book, schema::Date day) {
    for (const auto& each : tracking::stock_on_hand(book, day, {.with_voided = true})) {
        if (each.stock.id == stock.id) {
            return exchange::stock_json(each);
        }
    }
    return nullptr;
}

exchange::OrderedJson json_of(const Protocol& protocol, const db::Book&, schema::Date) {
    return exchange::protocol_json(protocol);
}

exchange::OrderedJson json_of(const ConsentForm& form, const db::Book&, schema::Date) {
    return exchange::clinic_record_json(form);
}

template <class Record>
void show_of_clinic(Invocation& call) {
    const auto book = call.open_to_read();
    const auto record = stored_of_clinic<Record>(call, book);
    if (call.json()) {
        call.io.out << exchange::json_text(json_of(record, book, call.today(book))) << '\n';
        return;
    }
    call.io.out << fmt::format("{} {}{}\n",
                               kinds::of<Record>().noun,
                               record.id.value,
                               record.voided ? " (voided: entered in error)" : "")
                << record_lines(record);
}

tracking::StockWanted stock_wanted(const Arguments& given) {
    tracking::StockWanted wanted{.product = given.one("product"),
                                 .lot = given.one("lot"),
                                 .with_voided = given.has("voided")};
    if (const auto kind = given.one("kind")) {
        Stock stock;
        std::vector<schema::Problem> problems;
        kinds::set_field(stock, "kind", *kind, "--kind", problems);
        schema::refuse_any(std::move(problems));
        wanted.kind = stock.kind;
    }
    return wanted;
}

void list_stock(Invocation& call) {
    const auto book = call.open_to_read(right_of_list(call));
    const auto on_hand =
        tracking::stock_on_hand(book, call.today(book), stock_wanted(call.arguments));
    std::vector<std::vector<std::string>> rows;
    for (const auto& each : on_hand) {
        const auto& stock = each.stock;
        rows.push_back({std::to_string(stock.id.value),
                        std::string(schema::word(stock.kind)),
                        stock.product,
                        stock.lot,
                        each.expires_on ? each.expires_on->text() : "",
                        std::to_string(stock.received),
                        std::to_string(each.used),
                        std::to_string(each.left),
                        stock.voided ? "voided" : schema::spaced(each.pick)});
    }
    print_table_list(
        call,
        {.name = "stock",
         .headers =
             {"id", "kind", "product", "lot", "expires on", "received", "used", "left", "pick"},
         .rows = std::move(rows),
         .none = "No stock yet.\n",
         .json = [&] { return exchange::array_of(on_hand, exchange::stock_json); }});
}

void list_protocols(Invocation& call) {
    const auto book = call.open_to_read(right_of_list(call));
    const bool with_voided = call.arguments.has("voided");
    const auto protocols = db::records_of<Protocol>(
        book, {}, with_voided ? db::Which::of_patient : db::Which::in_force);
    std::vector<std::vector<std::string>> rows;
    for (const auto& each : protocols) {
        rows.push_back({std::to_string(each.id.value),
                        each.name + (each.voided ? " (voided)" : ""),
                        std::string(schema::word(each.device)),
                        kinds::parts_text(each)});
    }
    print_table_list(
        call,
        {.name = "protocols",
         .headers = {"id", "name", "device", "areas"},
         .rows = std::move(rows),
         .none = "No protocol yet.\n",
         .json = [&] { return exchange::array_of(protocols, exchange::protocol_json); }});
}

void list_consent_forms(Invocation& call) {
    const auto book = call.open_to_read(right_of_list(call));
    const bool with_voided = call.arguments.has("voided");
    const auto forms = db::records_of<ConsentForm>(
        book, {}, with_voided ? db::Which::of_patient : db::Which::in_force);
    std::vector<std::vector<std::string>> rows;
    for (const auto& each : forms) {
        rows.push_back({std::to_string(each.id.value),
                        each.name + (each.voided ? " (voided)" : ""),
                        each.edition,
                        std::string(schema::word(each.scope)),
                        fmt::format("{}{}{}",
                                    each.text_en ? "en" : "",
                                    each.text_en && each.text_ar ? ", " : "",
                                    each.text_ar ? "ar" : ""),
                        each.months ? std::to_string(*each.months) : ""});
    }
    print_table_list(call,
                     {.name = "consent forms",
                      .headers = {"id", "name", "edition", "scope", "languages", "months"},
                      .rows = std::move(rows),
                      .none = "No consent form yet.\n",
                      .json = [&] {
                          return exchange::array_of(forms, [](const auto& each) {
                              return exchange::clinic_record_json(each);
                          });
                      }});
}

template <class Record>
void add_commands(std::vector<Command>& commands, Command list) {
    const auto& kind = kinds::of<Record>();
    const auto& example = kind.example;
    const std::string noun(kind.noun);
    commands.push_back({.noun = noun,
                        .verb = std::string(kind.verb),
                        .summary = std::string(example.summary),
                        .example = fmt::format("needlebook {} add {}", noun, example.options),
                        .output = "3",
                        .options = writing_options(kind),
                        .book = Book::write,
                        .run = &write_new_of_clinic<Record>});
    commands.push_back(std::move(list));
    commands.push_back(show_command(kind, &show_of_clinic<Record>));
    commands.push_back(correct_command(kind, &correct_of_clinic<Record>));
    commands.push_back(
        {.noun = noun,
         .verb = "void",
         .summary = "Mark as entered in error: out of every list, still in the ledger.",
         .example = fmt::format("needlebook {} void 3 --reason \"entered twice\"", noun),
         .output = "3",
         .arguments = {which_one(kind)},
         .book = Book::write,
         .needs_reason = true,
         .run = &void_of_clinic<Record>});
    commands.push_back(
        {.noun = noun,
         .verb = "restore",
         .summary = "Let what was voided count again.",
         .example = fmt::format("needlebook {} restore 3 --reason \"voided by mistake\"", noun),
         .output = "3",
         .arguments = {which_one(kind)},
         .book = Book::write,
         .needs_reason = true,
         .run = &restore_of_clinic<Record>});
}

Command list_command(const kinds::Kind& kind, std::string summary, std::vector<Option> options) {
    options.push_back({"voided", "", "those entered in error too"});
    return {.noun = std::string(kind.noun),
            .verb = "list",
            .summary = std::move(summary),
            .example = fmt::format("needlebook {} list", kind.noun),
            .output = fmt::format("{}\n{}", kind.example.headers, kind.example.row),
            .options = std::move(options),
            .json = true,
            .list = true};
}

}  // namespace

std::vector<Command> clinic_record_commands() {
    std::vector<Command> commands;
    auto stock = list_command(kinds::of<Stock>(),
                              "List the stock: what may be picked first, then what is expired or "
                              "used up.",
                              {{"kind", "WORD", "only: " + schema::word_list<schema::StockKind>()},
                               {"product", "TEXT", "only where the product's name holds this"},
                               {"lot", "LOT", "only this lot"}});
    stock.notes =
        "used and left count uses: of a cartridge or device the sessions that name its "
        "lot, of a product the applications.\n";
    stock.as_of = true;
    stock.run = &list_stock;
    add_commands<Stock>(commands, std::move(stock));
    auto protocols = list_command(kinds::of<Protocol>(), "List the clinic's protocols.", {});
    protocols.run = &list_protocols;
    add_commands<Protocol>(commands, std::move(protocols));
    auto forms = list_command(
        kinds::of<ConsentForm>(), "List the texts that patients are asked to agree to.", {});
    forms.run = &list_consent_forms;
    add_commands<ConsentForm>(commands, std::move(forms));
    return commands;
}

}  // namespace cli
