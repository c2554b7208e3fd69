/*
 * machine-disk: prints how many bytes of the host's disk the machine takes: on its volume, in its container's own layer,
 * and by files that somebody still holds open though they have no name any more.
 *
 * It only asks for sizes: no file of the learner's is opened, no link is followed. It runs in the outer root, as root of
 * the machine's user namespace, so that no mount of the learner's hides anything from it, and no learner can see it.
 */
#include "machine.h"

#include <dirent.h>
#include <errno.h>
#include <fts.h>
#include <linux/magic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <time.h>
#include <unistd.h>

enum { BLOCK = 512, LEAST = 4096, MOST_SECONDS = 20, FIRST_SLOTS = 1 << 12 };

/* Files that may be met twice, by device and number. */
struct seen {
    struct identity {
        dev_t device;
        ino_t number;
    } *slots;
    size_t size, count;
};

static size_t slot_of(const struct seen *seen, struct identity file)
{
    uint64_t hash = ((uint64_t) file.number * UINT64_C(0x9e3779b97f4a7c15)) ^ ((uint64_t) file.device * UINT64_C(0xff51afd7ed558ccd));
    size_t slot = (size_t) (hash >> 20) & (seen->size - 1);
    while (seen->slots[slot].number != 0
           && (seen->slots[slot].number != file.number || seen->slots[slot].device != file.device))
        slot = (slot + 1) & (seen->size - 1);
    return slot;
}

static void grow(struct seen *seen)
{
    struct seen larger = { .size = seen->size == 0 ? FIRST_SLOTS : seen->size * 2, .count = seen->count };
    larger.slots = calloc(larger.size, sizeof *larger.slots);
    if (larger.slots == NULL)
        fail(1, "There are too many files to count.");
    for (size_t i = 0; i < seen->size; i++)
        if (seen->slots[i].number != 0)
            larger.slots[slot_of(&larger, seen->slots[i])] = seen->slots[i];
    free(seen->slots);
    *seen = larger;
}

static bool is_new(struct seen *seen, const struct stat *status)
{
    if (seen->count * 2 >= seen->size)
        grow(seen);
    struct identity file = { status->st_dev, status->st_ino };
    size_t slot = slot_of(seen, file);
    if (seen->slots[slot].number != 0)
        return false;
    seen->slots[slot] = file;
    seen->count++;
    return true;
}

/* An empty file takes room too; who makes millions of them shall not seem to take none. */
static long long room_of(const struct stat *status)
{
    long long bytes = (long long) status->st_blocks * BLOCK;
    return bytes < LEAST ? LEAST : bytes;
}

static bool is_later(struct timespec time, struct timespec than)
{
    return time.tv_sec != than.tv_sec ? time.tv_sec > than.tv_sec : time.tv_nsec > than.tv_nsec;
}

/*
 * What lies below a directory and was changed since. Nobody can set the time of change that this goes by. A directory of
 * the image, in which nothing was changed, is itself unchanged, with all that is in it: overlayfs copies it up first.
 */
static long long measure(const char *path, struct timespec since, struct seen *seen)
{
    char *const paths[] = { (char *) path, NULL };
    FTS *tree = fts_open(paths, FTS_PHYSICAL | FTS_XDEV, NULL);
    if (tree == NULL)
        fail(1, "Cannot measure %s: %s.", path, strerror(errno));
    long long bytes = 0;
    FTSENT *entry;
    while ((errno = 0, entry = fts_read(tree)) != NULL) {
        if (entry->fts_info == FTS_DNR || entry->fts_info == FTS_ERR)
            fail(1, "Cannot measure %s: %s.", path, strerror(entry->fts_errno));
        /* What ended meanwhile takes no room; a directory is counted when it is entered, not when it is left. */
        if (entry->fts_info == FTS_NS || entry->fts_info == FTS_DP)
            continue;
        const struct stat *status = entry->fts_statp;
        if (!is_later(status->st_ctim, since)) {
            if (entry->fts_info == FTS_D)
                fts_set(tree, entry, FTS_SKIP);
        } else if (S_ISDIR(status->st_mode) || status->st_nlink == 1 || is_new(seen, status)) {
            bytes += room_of(status);
        }
    }
    if (errno != 0)
        fail(1, "Cannot measure %s: %s.", path, strerror(errno));
    fts_close(tree);
    return bytes;
}

/* Memory is counted elsewhere. */
static bool is_on_disk(const char *path)
{
    struct statfs place;
    return statfs(path, &place) == 0 && place.f_type != TMPFS_MAGIC && place.f_type != RAMFS_MAGIC
        && place.f_type != HUGETLBFS_MAGIC;
}

static long long measure_nameless_of(const char *process, struct seen *seen)
{
    char path[64 + 2 * NAME_MAX];
    snprintf(path, sizeof path, "/proc/%s/fd", process);
    DIR *files = opendir(path);
    if (files == NULL)
        return 0;
    long long bytes = 0;
    struct dirent *file;
    struct stat status;
    while ((file = readdir(files)) != NULL) {
        snprintf(path, sizeof path, "/proc/%s/fd/%s", process, file->d_name);
        if (stat(path, &status) == 0 && S_ISREG(status.st_mode) && status.st_nlink == 0 && is_on_disk(path)
            && is_new(seen, &status))
            bytes += room_of(&status);
    }
    closedir(files);
    return bytes;
}

static long long measure_nameless(struct seen *seen)
{
    DIR *processes = opendir("/proc");
    if (processes == NULL)
        fail(1, "Cannot look at the processes: %s.", strerror(errno));
    long long bytes = 0;
    struct dirent *process;
    while ((process = readdir(processes)) != NULL)
        if (process->d_name[0] >= '1' && process->d_name[0] <= '9')
            bytes += measure_nameless_of(process->d_name, seen);
    closedir(processes);
    return bytes;
}

int main(void)
{
    struct seen seen = { 0 };
    struct machine machine;
    struct stat self;
    alarm(MOST_SECONDS);
    /* This program came into the image after the learner's system did, so what changed later, a learner has changed. */
    if (stat("/usr/bin/machine-disk", &self) != 0)
        fail(1, "Cannot find itself: %s.", strerror(errno));
    machine_visit(&machine);
    long long volume = measure("/data", (struct timespec) { 0 }, &seen);
    long long layer = measure("/machine", self.st_ctim, &seen);
    printf("%lld\n", volume + layer + measure_nameless(&seen));
    return fflush(stdout) == 0 ? 0 : 1;
}
