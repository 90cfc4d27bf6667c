#include "app/import/workbook/xml.h"

#include <exception>
#include <memory>

#include <expat.h>
#include <fmt/format.h>

#include "schema/types/error.h"

namespace exchange::workbook {

namespace {

constexpr int deepest = 100;

class XmlReading {
  public:
    XmlReading(std::string where, XmlEvents& events)
        : where_(std::move(where)),
          events_(events),
          parser_(XML_ParserCreate(nullptr), &XML_ParserFree) {
        XML_SetUserData(parser_.get(), this);
        XML_SetElementHandler(parser_.get(), &started, &ended);
        XML_SetCharacterDataHandler(parser_.get(), &told);
        XML_SetStartDoctypeDeclHandler(parser_.get(), &declared);
    }

    // False when the rest is not wanted.
    bool feed(std::string_view piece, bool is_last) {
        const auto status =
            XML_Parse(parser_.get(), piece.data(), static_cast<int>(piece.size()), is_last);
        if (thrown_) {
            std::rethrow_exception(thrown_);
        }
        if (events_.is_done()) {
            return false;
        }
        if (status != XML_STATUS_OK) {
            throw refusal(XML_ErrorString(XML_GetErrorCode(parser_.get())));
        }
        return true;
    }

  private:
    schema::Error refusal(std::string_view why) const {
        return schema::refused(
                   where_,
                   fmt::format("cannot be read (line {}, column {}): {}",
                               XML_GetCurrentLineNumber(parser_.get()),
                               XML_GetCurrentColumnNumber(parser_.get()) + 1,
                               why),
                   "open it in the spreadsheet program and save the sheet anew, as .xlsx or CSV")
            .as("workbook_damaged");
    }

    // No exception may cross the parser.
    template <class Event>
    void guarded(const Event& event) {
        if (thrown_ || events_.is_done()) {
            return;
        }
        try {
            event();
        } catch (...) {
            thrown_ = std::current_exception();
        }
        if (thrown_ || events_.is_done()) {
            XML_StopParser(parser_.get(), XML_FALSE);
        }
    }
    static XmlReading& of(void* user) { return *static_cast<XmlReading*>(user); }
    static void started(void* user, const char* name, const char** attributes) {
        auto& self = of(user);
        self.guarded([&] {
            if (++self.depth_ > deepest) {
                throw self.refusal(fmt::format("elements are nested deeper than {}", deepest));
            }
            self.events_.start(name, XmlAttributes(attributes));
        });
    }
    static void ended(void* user, const char* name) {
        auto& self = of(user);
        self.guarded([&] {
            --self.depth_;
            self.events_.end(name);
        });
    }
    static void told(void* user, const char* text, int size) {
        auto& self = of(user);
        self.guarded([&] { self.events_.text({text, static_cast<std::size_t>(size)}); });
    }
    static void declared(void* user, const char*, const char*, const char*, int) {
        auto& self = of(user);
        self.guarded(
            [&] { throw self.refusal("it declares a document type, as no workbook does"); });
    }

    std::string where_;
    XmlEvents& events_;
    std::unique_ptr<XML_ParserStruct, void (*)(XML_Parser)> parser_;
    int depth_ = 0;
    std::exception_ptr thrown_;
};

}  // namespace

std::string_view XmlAttributes::get(std::string_view name, std::string_view otherwise) const {
    for (const char** pair = pairs_; *pair != nullptr; pair += 2) {
        if (name == pair[0]) {
            return pair[1];
        }
    }
    return otherwise;
}

std::string_view XmlAttributes::local(std::string_view name) const {
    for (const char** pair = pairs_; *pair != nullptr; pair += 2) {
        if (local_name(pair[0]) == name) {
            return pair[1];
        }
    }
    return {};
}

bool XmlAttributes::has(std::string_view name) const {
    return get(name).data() != nullptr;
}

std::string_view local_name(std::string_view name) {
    const auto colon = name.find(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

void read_xml(const Archive& archive, const std::string& part, XmlEvents& events) {
    XmlReading reading(fmt::format("{}: part \"{}\"", archive.file(), part), events);
    archive.read(part, [&](std::string_view piece) { return reading.feed(piece, false); });
    if (!events.is_done()) {
        reading.feed({}, true);
    }
}

void read_xml(std::string_view text, const std::string& where, XmlEvents& events) {
    XmlReading(where, events).feed(text, true);
}

}  // namespace exchange::workbook
