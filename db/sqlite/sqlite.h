#pragma once
// SQLite's own header with the session extension, and SQLiteCpp. For the .cpp files of this folder
// only.

#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>
