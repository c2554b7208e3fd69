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
#include <fcntl.h>
#include <linux/magic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <time.h>
#include <unistd.h>

enum { BLOCK = 512, LEAST = 4096, MOST_SECONDS = 20, MOST_LEVELS = 10000, FIRST_SLOTS = 1 << 12 };

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

/* One tree that is measured. */
struct tree {
    const char *path;
    /* What was not changed since is not counted. */
    struct timespec since;
    dev_t device;
    struct seen *seen;
    long long bytes;
    int levels;
};

/* Names, each with its zero byte. */
struct names {
    char *text;
    size_t length, size;
};

static void add_name(struct names *names, const char *name)
{
    size_t length = strlen(name) + 1;
    if (names->length + length > names->size) {
        names->size = (names->size + length) * 2;
        names->text = realloc(names->text, names->size);
        if (names->text == NULL)
            fail(1, "There are too many directories to count.");
    }
    memcpy(names->text + names->length, name, length);
    names->length += length;
}

/* Notes a directory for later, counts anything else. What ended meanwhile takes no room. */
static void visit(struct tree *tree, int directory, const struct dirent64 *entry, struct names *directories)
{
    struct stat status;
    if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0)
        return;
    if (entry->d_type == DT_DIR) {
        add_name(directories, entry->d_name);
    } else if (fstatat(directory, entry->d_name, &status, AT_SYMLINK_NOFOLLOW | AT_NO_AUTOMOUNT) == 0) {
        if (S_ISDIR(status.st_mode))
            add_name(directories, entry->d_name);
        else if (is_later(status.st_ctim, tree->since) && (status.st_nlink == 1 || is_new(tree->seen, &status)))
            tree->bytes += room_of(&status);
    }
}

/* One buffer for all levels, so that a deep tree needs a descriptor for each level but hardly any memory. */
static struct names visit_all(struct tree *tree, int directory)
{
    static _Alignas(struct dirent64) char buffer[1 << 16];
    struct names directories = { 0 };
    ssize_t got;
    while ((got = getdents64(directory, buffer, sizeof buffer)) > 0)
        for (ssize_t at = 0; at < got; at += ((struct dirent64 *) (buffer + at))->d_reclen)
            visit(tree, directory, (struct dirent64 *) (buffer + at), &directories);
    return directories;
}

/* A directory of the image, in which nothing was changed, is itself unchanged, with all in it: overlayfs copies it up first. */
static bool is_to_be_entered(struct tree *tree, int directory)
{
    struct stat status;
    if (fstat(directory, &status) != 0 || status.st_dev != tree->device || !is_later(status.st_ctim, tree->since))
        return false;
    tree->bytes += room_of(&status);
    return true;
}

/*
 * Goes down by descriptors: no path can be too long for it, and a directory that is moved meanwhile is measured where it
 * is. What cannot be opened is passed over, as what ended meanwhile is; only what is too deep must not hide behind that.
 */
static void descend(struct tree *tree, int parent, const char *name)
{
    int directory = openat(parent, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (tree->levels == MOST_LEVELS || (directory < 0 && (errno == EMFILE || errno == ENFILE)))
        fail(1, "Cannot measure %s: Directories are nested too deep.", tree->path);
    if (directory < 0)
        return;
    tree->levels++;
    if (is_to_be_entered(tree, directory)) {
        struct names below = visit_all(tree, directory);
        for (size_t at = 0; at < below.length; at += strlen(below.text + at) + 1)
            descend(tree, directory, below.text + at);
        free(below.text);
    }
    tree->levels--;
    close(directory);
}

/* What lies below a directory and was changed since. Nobody can set the time of change that this goes by. */
static long long measure(const char *path, struct timespec since, struct seen *seen)
{
    struct stat status;
    if (stat(path, &status) != 0)
        fail(1, "Cannot measure %s: %s.", path, strerror(errno));
    struct tree tree = { .path = path, .since = since, .device = status.st_dev, .seen = seen };
    descend(&tree, AT_FDCWD, path);
    return tree.bytes;
}

/* Going down needs a descriptor for each level. */
static void allow_many_descriptors(void)
{
    struct rlimit files;
    if (getrlimit(RLIMIT_NOFILE, &files) == 0) {
        files.rlim_cur = files.rlim_max;
        setrlimit(RLIMIT_NOFILE, &files);
    }
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
    allow_many_descriptors();
    /* This program came into the image after the learner's system did, so what changed later, a learner has changed. */
    if (stat("/usr/bin/machine-disk", &self) != 0)
        fail(1, "Cannot find itself: %s.", strerror(errno));
    machine_visit(&machine);
    long long volume = measure("/data", (struct timespec) { 0 }, &seen);
    long long layer = measure("/machine", self.st_ctim, &seen);
    printf("%lld\n", volume + layer + measure_nameless(&seen));
    return fflush(stdout) == 0 ? 0 : 1;
}
