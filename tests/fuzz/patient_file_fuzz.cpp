// Any patient's file: its page as a whole, the bytes within, and a table of its rows, which come
// into a book. What was taken brings nothing when it is taken again.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "app/import/file_kinds.h"
#include "app/import/patient_file/base64.h"
#include "app/import/patient_file/import_patient_file.h"
#include "app/import/patient_file/patient_file.h"
#include "schema/types/error.h"
#include "tests/fuzz/example_book.h"

namespace {

using namespace exchange;

std::string page_of(const std::string& element) {
    return "<!DOCTYPE html>\n<script type=\"application/json\" data-patient-file>" + element +
           "</script>";
}

void open(const std::string& html) {
    try {
        PatientFileData(html, "fuzz.html").open("a cup of cold tea");
    } catch (const schema::Error&) {
        // Refused with what it is.
    }
}

void take_twice(const std::string& html, bool confirms) {
    static const fuzz::ExampleBook example;
    auto book = db::Book::open(example.file_of(example.bytes()));
    PatientFileImport given{.name = "fuzz.html", .html = html};
    if (confirms) {
        given.confirm = {"duplicate"};
    }
    try {
        import_patient_file(book, {.actor = "fuzz"}, given, {});
    } catch (const schema::Error&) {
        return;
    }
    if (import_patient_file(book, {.actor = "fuzz"}, given, {}).records != 0) {
        std::abort();
    }
}

}  // namespace

// The first byte chooses what the rest is; of a table the second chooses the kind.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size < 2) {
        return 0;
    }
    const std::string rest(data + 2, data + size);
    switch (data[0] % 4) {
        case 0:
            open(rest);
            break;
        case 1:
            open(page_of(rest));
            break;
        case 2:
            open(page_of(
                R"({"format":"needlebook patient file","version":1,"rounds":null,"data":")" +
                base64(rest) + "\"}"));
            break;
        default: {
            const auto& kinds = file_kinds();
            const auto name = std::string(kinds[data[1] % kinds.size()].name) + ".csv";
            OrderedJson tables{{"patients.csv", "id,version,chart,name,voided\n9,1,H-9,Huda,no\n"}};
            tables[name] = rest;
            const OrderedJson json{{"pictures", OrderedJson::array()}, {"tables", tables}};
            take_twice(page_of(patient_file_data({.json = json}, {}, {})), (data[0] & 16) != 0);
        }
    }
    return 0;
}
