#include <algorithm>
#include <charconv>
#include <map>

#include <fmt/format.h>

#include "app/import/workbook/xlsx.h"
#include "app/import/workbook/xlsx_text.h"
#include "app/import/workbook/xml.h"

namespace exchange::workbook {

namespace {

constexpr const char* main_relations = "_rels/.rels";

// What the parts of a folder refer to: ids with the parts that they are.
class Relations : public XmlEvents {
  public:
    struct Relation {
        std::string type;
        std::string target;
        bool is_outside = false;
    };
    void start(std::string_view name, const XmlAttributes& attributes) override {
        if (local_name(name) == "Relationship") {
            all[std::string(attributes.get("Id"))] = {std::string(attributes.get("Type")),
                                                      std::string(attributes.get("Target")),
                                                      attributes.get("TargetMode") == "External"};
        }
    }
    void end(std::string_view) override {}
    void text(std::string_view) override {}

    // The first of this kind ("officeDocument"); empty without one.
    std::string target_of(std::string_view kind) const {
        for (const auto& [id, each] : all) {
            if (!each.is_outside && each.type.ends_with(std::string("/") + std::string(kind))) {
                return each.target;
            }
        }
        return {};
    }

    std::map<std::string, Relation> all;
};

// "xl/" of "xl/workbook.xml".
std::string folder_of(const std::string& part) {
    return part.substr(0, part.find_last_of('/') + 1);
}

// The part that a relation of `folder` names: from the root with a slash, else from there.
std::string part_named(const std::string& folder, const std::string& target) {
    if (target.starts_with('/')) {
        return target.substr(1);
    }
    std::string part = folder;
    std::string_view rest = target;
    while (rest.starts_with("../") || rest.starts_with("./")) {
        const bool is_up = rest.starts_with("../");
        rest.remove_prefix(is_up ? 3 : 2);
        if (is_up && !part.empty()) {
            part.pop_back();
            part = folder_of(part);
        }
    }
    return part + std::string(rest);
}

std::string book_part(const Archive& archive) {
    if (archive.has(main_relations)) {
        Relations relations;
        read_xml(archive, main_relations, relations);
        const auto target = relations.target_of("officeDocument");
        if (!target.empty()) {
            return part_named("", target);
        }
    }
    return "xl/workbook.xml";
}

class BookEvents : public XmlEvents {
  public:
    BookEvents(XlsxBook& book, const Relations& relations, const std::string& folder)
        : book_(book), relations_(relations), folder_(folder) {}

    void start(std::string_view qualified, const XmlAttributes& attributes) override {
        const auto name = local_name(qualified);
        if (name == "workbookPr" && is_set(attributes.get("date1904"))) {
            book_.dates = DateSystem::from_1904;
        } else if (name == "calcPr") {
            book_.is_to_be_computed = is_set(attributes.get("fullCalcOnLoad"));
        } else if (name == "sheet") {
            const auto found = relations_.all.find(std::string(attributes.local("id")));
            const auto state = attributes.get("state", "visible");
            // Charts and macros on sheets of their own hold no rows.
            if (found != relations_.all.end() && found->second.type.ends_with("/worksheet")) {
                book_.sheets.push_back({std::string(attributes.get("name")),
                                        state != "visible",
                                        part_named(folder_, found->second.target)});
            }
        }
    }
    void end(std::string_view) override {}
    void text(std::string_view) override {}

  private:
    XlsxBook& book_;
    const Relations& relations_;
    const std::string& folder_;
};

class SharedTexts : public XmlEvents {
  public:
    explicit SharedTexts(XlsxBook& book) : book_(book) {}

    void start(std::string_view qualified, const XmlAttributes&) override {
        const auto name = local_name(qualified);
        if (name == "si") {
            book_.shared_texts.emplace_back();
        } else {
            texts_.start(name);
        }
    }
    void end(std::string_view qualified) override {
        const auto name = local_name(qualified);
        if (name == "si" && !book_.shared_texts.empty()) {
            unescape_text(book_.shared_texts.back());
        }
        texts_.end(name);
    }
    void text(std::string_view piece) override {
        if (texts_.is_inside() && !book_.shared_texts.empty()) {
            book_.shared_texts.back() += piece;
        }
    }

  private:
    XlsxBook& book_;
    TextRuns texts_;
};

class Styles : public XmlEvents {
  public:
    explicit Styles(XlsxBook& book) : book_(book) {}

    void start(std::string_view qualified, const XmlAttributes& attributes) override {
        const auto name = local_name(qualified);
        const auto id = number_in(attributes.get("numFmtId"));
        if (name == "numFmt") {
            codes_.emplace(id, NumberFormat::of_code(attributes.get("formatCode")));
        } else if (name == "cellXfs") {
            is_in_cells_ = true;
        } else if (name == "xf" && is_in_cells_) {
            const auto found = codes_.find(id);
            book_.formats.push_back(found == codes_.end() ? NumberFormat::built_in(id)
                                                          : found->second);
        }
    }
    void end(std::string_view qualified) override {
        is_in_cells_ = is_in_cells_ && local_name(qualified) != "cellXfs";
    }
    void text(std::string_view) override {}

  private:
    XlsxBook& book_;
    std::map<std::size_t, NumberFormat> codes_;
    bool is_in_cells_ = false;
};

}  // namespace

bool is_xlsx(const Archive& archive) {
    return archive.has("[Content_Types].xml") && archive.has(book_part(archive)) &&
           !archive.has("word/document.xml") && !archive.has("ppt/presentation.xml") &&
           !archive.has("xl/workbook.bin");
}

XlsxBook read_xlsx_book(const Archive& archive) {
    XlsxBook book;
    const auto part = book_part(archive);
    const auto folder = folder_of(part);
    const auto name = part.substr(folder.size());
    Relations relations;
    read_xml(archive, fmt::format("{}_rels/{}.rels", folder, name), relations);
    BookEvents events(book, relations, folder);
    read_xml(archive, part, events);
    if (const auto texts = relations.target_of("sharedStrings"); !texts.empty()) {
        SharedTexts shared(book);
        read_xml(archive, part_named(folder, texts), shared);
    }
    if (const auto styles = relations.target_of("styles"); !styles.empty()) {
        Styles read(book);
        read_xml(archive, part_named(folder, styles), read);
    }
    book.has_macros = !relations.target_of("vbaProject").empty();
    return book;
}

}  // namespace exchange::workbook
