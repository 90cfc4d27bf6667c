#pragma once
// XML, told element by element while it is read.

#include <string>
#include <string_view>

#include "app/import/workbook/archive.h"

namespace exchange::workbook {

class XmlAttributes {
  public:
    explicit XmlAttributes(const char** pairs) : pairs_(pairs) {}
    // The value of the attribute, by its name as it stands ("table:name"); `otherwise` without one.
    std::string_view get(std::string_view name, std::string_view otherwise = {}) const;
    // By the end of its name, whatever its prefix: "id" finds r:id.
    std::string_view local(std::string_view name) const;
    bool has(std::string_view name) const;

  private:
    const char** pairs_;  // expat's: name, value, name, value, null
};

// Who is told. What these throw comes out of the reading.
class XmlEvents {
  public:
    virtual ~XmlEvents() = default;
    virtual void start(std::string_view name, const XmlAttributes& attributes) = 0;
    virtual void end(std::string_view name) = 0;
    virtual void text(std::string_view piece) = 0;
    bool is_done() const { return is_done_; }

  protected:
    void stop() { is_done_ = true; }  // the rest is not read

  private:
    bool is_done_ = false;
};

// The name without its prefix: "row" of x:row.
std::string_view local_name(std::string_view name);

// Reads the part, or the text; `where` is for messages. Throws schema::Error (refused), with line
// and column, for what is no sound XML, is nested deeper than 100 elements, or declares a document
// type: no workbook does, and entities are declared there. Nothing outside of it is ever opened.
void read_xml(const Archive& archive, const std::string& part, XmlEvents& events);
void read_xml(std::string_view text, const std::string& where, XmlEvents& events);

}  // namespace exchange::workbook
