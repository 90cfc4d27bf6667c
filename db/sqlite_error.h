#pragma once
// SQLite's errors as ours. The one place that knows its codes.

#include <functional>

namespace db {

// Runs `work`; an SQLite error in it becomes a schema::Error: refused for a rule that the database
// keeps or a busy book, damaged for a file that is broken or a disk that fails.
void translate(const std::function<void()>& work);

// The same for work that returns something.
template <class Work>
auto translated(Work&& work) {
    using Result = decltype(work());
    Result result{};
    translate([&] { result = work(); });
    return result;
}

}  // namespace db
