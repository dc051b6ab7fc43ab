// SPDX-License-Identifier: Apache-2.0
#pragma once

/// Before a function whose loops the compiler turns into steps of several pixels: it is compiled a second
/// time for processors with AVX2, which take twice as many at once, and the program chooses when it starts.
/// The results are the same. Sanitizers aren't ready yet when that is chosen, and other processors need no
/// choice.
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__) && !defined(__SANITIZE_ADDRESS__) && \
    !defined(__SANITIZE_THREAD__)
#define KITH_ALSO_WIDE [[gnu::target_clones("avx2", "default")]]
#else
#define KITH_ALSO_WIDE
#endif
