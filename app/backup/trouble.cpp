#include "app/backup/trouble.h"

namespace backup {

using schema::Problem;

Problem problem_of(Trouble trouble, const std::string& folder, const std::string& detail) {
    switch (trouble) {
        case Trouble::folder_missing:
            return Problem{folder,
                           "there is no such folder for backups",
                           "make it, connect what it lies on, or name another",
                           "needlebook backup policy"}
                .as("backup_folder_missing", {{"folder", folder}});
        case Trouble::medium_missing:
            return Problem{folder,
                           "no medium with this label is connected",
                           "connect it; the next backup goes there by itself"}
                .as("backup_medium_missing", {{"folder", folder}});
        case Trouble::folder_empty:
            return Problem{folder,
                           "had backups and is empty now: what should lie there is not connected",
                           "connect it; or, if it is meant to begin anew, name it again",
                           "needlebook backup policy --add-folder FOLDER"}
                .as("backup_folder_empty", {{"folder", folder}});
        case Trouble::other_book:
            return Problem{folder,
                           "has backups of another book: nothing was written there",
                           "connect the right one, or give each book a folder of its own",
                           "needlebook backup policy"}
                .as("backup_other_book", {{"folder", folder}});
        case Trouble::full:
            return Problem{folder,
                           "is full: no backup was made there",
                           "make room, or keep fewer backups",
                           "needlebook backup policy"}
                .as("backup_full", {{"folder", folder}});
        case Trouble::full_beside:
            return Problem{folder,
                           "the disk of the book is full: no copy of it can be made",
                           "make room on the disk that the book lies on"}
                .as("backup_full_beside");
        case Trouble::clock_behind:
            return Problem{folder,
                           "this machine's clock is behind what was written before; no old backup "
                           "is removed until it is right",
                           "set the clock of this machine"}
                .as("backup_clock", {{"folder", folder}});
        case Trouble::not_whole:
            return Problem{folder,
                           "the backup did not pass its proof: " + detail,
                           "have the book checked",
                           "needlebook check"}
                .as("backup_not_whole", {{"folder", folder}});
        case Trouble::failed:
            break;
    }
    return Problem{folder, "the backup failed: " + detail, "look at the folder and what it lies on"}
        .as("backup_failed", {{"folder", folder}});
}

Trouble trouble_of(const schema::Error& error) {
    switch (error.fault()) {
        case schema::Fault::full:
            return Trouble::full;
        case schema::Fault::damaged:
            return Trouble::not_whole;
        default:
            return Trouble::failed;
    }
}

}  // namespace backup
