#pragma once
// What a kind of record says of itself beside its fields: whose it is, what is done with it, and an
// example.

#include <string_view>

namespace schema {

// A patient, or the clinic as a whole.
enum class Owner { patient, clinic };

// What is done with a record beside keeping it.
struct Steps {
    bool gate = false;              // the safety rules are asked first
    bool scores = false;            // values on scales are computed from it
    bool feeds_aggregates = false;  // how the patient was treated rests on it
    bool ends = false;              // `end` says when it was over, in its field of Role::until
};

// Of the commands that enter, list and correct one.
struct Example {
    std::string_view summary;     // of the entering command
    std::string_view options;     // of the entering command
    std::string_view correction;  // options
    std::string_view headers;     // of the list
    std::string_view row;
};

}  // namespace schema
