#pragma once
// SQLite's errors as ours. The one place that knows its codes.

#include <functional>

struct sqlite3;

namespace db {

// Runs `work`; an SQLite error in it becomes a schema::Error: refused for a rule that the database
// keeps, busy, full for a full disk, unavailable for a disk that does not answer, damaged for a
// file that is broken.
void translate(const std::function<void()>& work);

// The same for work that returns something.
template <class Work>
auto translated(Work&& work) {
    using Result = decltype(work());
    Result result{};
    translate([&] { result = work(); });
    return result;
}

// SQLite calls a file corrupt when the disk fails while a statement reads. To tell the two apart,
// a connection says when it is used in this thread, when it is closed, also by the failure itself,
// and when opening it failed.
void note_use(sqlite3* handle);
void note_close(sqlite3* handle) noexcept;
void note_failed_open(sqlite3* handle) noexcept;

// Whether the disk did not answer the last time that this connection asked it for something.
bool has_disk_failed(sqlite3* handle);

}  // namespace db
