#pragma once
// From here on this process reads and writes what it has open, computes, and nothing else.

namespace pictures {

// No file, no network, no other program, no more than 1 GB of addresses, 20 s of the processor and
// 256 MB written: what is asked of the system beside that is refused, or ends the process (SIGSYS).
// Throws std::runtime_error where the system cannot do that.
void confine();

}  // namespace pictures
