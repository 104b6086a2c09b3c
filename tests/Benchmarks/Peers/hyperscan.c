/* Hyperscan on the files that "peers FOLDER" wrote: hyperscan FOLDER. Build with: gcc -O2 -o hyperscan hyperscan.c -lhs */
#include <hs/hs.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { ROUNDS = 9 };

typedef struct {
    char **lines;
    size_t *lengths;
    unsigned count;
} Lines;

static double seconds(void)
{
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return t.tv_sec + t.tv_nsec / 1e9;
}

static void fail(const char *what)
{
    fprintf(stderr, "%s\n", what);
    exit(1);
}

/* Lines without their ends; the memory is kept until the program ends. */
static Lines read_lines(const char *folder, const char *name)
{
    char path[4096];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *file = fopen(path, "rb");
    if (!file) fail(path);
    fseek(file, 0, SEEK_END);
    long size = ftell(file);
    rewind(file);
    char *text = malloc(size + 1);
    if (!text || fread(text, 1, size, file) != (size_t)size) fail(path);
    fclose(file);
    Lines found = { 0 };
    for (long i = 0; i < size; i++) found.count += text[i] == '\n';
    found.lines = malloc(found.count * sizeof *found.lines);
    found.lengths = malloc(found.count * sizeof *found.lengths);
    char *at = text;
    for (unsigned n = 0; n < found.count; n++) {
        char *end = memchr(at, '\n', text + size - at);
        found.lines[n] = at;
        found.lengths[n] = end - at;
        *end = '\0';
        at = end + 1;
    }
    return found;
}

/* UTF-16 units, as the other programs count them. */
static size_t units(Lines text)
{
    size_t count = 0;
    for (unsigned n = 0; n < text.count; n++)
        for (size_t i = 0; i < text.lengths[n]; i++) {
            unsigned char b = text.lines[n][i];
            count += (b & 0xC0) != 0x80;
            count += b >= 0xF0;
        }
    return count;
}

static int on_match(unsigned id, unsigned long long from, unsigned long long to, unsigned flags, void *count)
{
    (void)id, (void)from, (void)to, (void)flags;
    ++*(size_t *)count;
    return 0;
}

static int by_size(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

int main(int argc, char **argv)
{
    static const char *const sets[] = { "100", "1000", "10000" };
    if (argc != 2) fail("hyperscan FOLDER");
    Lines text = read_lines(argv[1], "text.txt");
    for (unsigned s = 0; s < sizeof sets / sizeof *sets; s++) {
        char name[64];
        snprintf(name, sizeof name, "phrases-%s.txt", sets[s]);
        Lines phrases = read_lines(argv[1], name);
        unsigned *flags = calloc(phrases.count, sizeof *flags), *ids = malloc(phrases.count * sizeof *ids);
        for (unsigned i = 0; i < phrases.count; i++) ids[i] = i;
        hs_database_t *database;
        hs_compile_error_t *error;
        double start = seconds();
        if (hs_compile_lit_multi((const char *const *)phrases.lines, flags, ids, phrases.lengths, phrases.count, HS_MODE_BLOCK, NULL, &database, &error) != HS_SUCCESS)
            fail(error->message);
        double build = seconds() - start;
        hs_scratch_t *scratch = NULL;
        if (hs_alloc_scratch(database, &scratch) != HS_SUCCESS) fail("no memory");
        double rounds[ROUNDS];
        size_t hits = 0;
        for (int round = -1; round < ROUNDS; round++) {
            hits = 0;
            start = seconds();
            for (unsigned n = 0; n < text.count; n++) hs_scan(database, text.lines[n], text.lengths[n], 0, scratch, on_match, &hits);
            if (round >= 0) rounds[round] = seconds() - start;
        }
        qsort(rounds, ROUNDS, sizeof *rounds, by_size);
        printf("hyperscan    %6s phrases  %7.1f Mchar/s  %zu hits  build %.1f ms\n", sets[s], units(text) / rounds[ROUNDS / 2] / 1e6, hits, build * 1e3);
        hs_free_scratch(scratch);
        hs_free_database(database);
    }
    return 0;
}
