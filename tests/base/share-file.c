/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "share-file.h"

#define SCHEME "share"

typedef struct
{
  GObject parent_instance;
  GFile  *local;
} ShareFile;

typedef struct
{
  GObjectClass parent_class;
} ShareFileClass;

static GType share_file_get_type (void);
static void share_file_interface_init (GFileIface *iface);

G_DEFINE_TYPE_WITH_CODE (ShareFile, share_file, G_TYPE_OBJECT,
                         G_IMPLEMENT_INTERFACE (G_TYPE_FILE, share_file_interface_init))

static gboolean is_gone = FALSE;

void
share_file_set_gone (gboolean gone)
{
  is_gone = gone;
}

static GFile *
get_local (GFile *file)
{
  return ((ShareFile *) file)->local;
}

GFile *
share_file_new (GFile *local)
{
  ShareFile *self = g_object_new (share_file_get_type (), NULL);

  self->local = g_object_ref (local);
  return G_FILE (self);
}

static void
share_file_finalize (GObject *object)
{
  g_object_unref (((ShareFile *) object)->local);
  G_OBJECT_CLASS (share_file_parent_class)->finalize (object);
}

static void
share_file_class_init (ShareFileClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = share_file_finalize;
}

static void
share_file_init (ShareFile *self)
{
}

static gboolean
is_reached (GError **error)
{
  if (is_gone)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_HOST_UNREACHABLE, "No route to the share");
  return !is_gone;
}

static GFile *
dup_file (GFile *file)
{
  return share_file_new (get_local (file));
}

static guint
hash (GFile *file)
{
  return g_file_hash (get_local (file));
}

static gboolean
equal (GFile *one,
       GFile *other)
{
  return g_file_equal (get_local (one), get_local (other));
}

static gboolean
is_native (GFile *file)
{
  return FALSE;
}

static gboolean
has_uri_scheme (GFile      *file,
                const char *scheme)
{
  return g_ascii_strcasecmp (scheme, SCHEME) == 0;
}

static char *
get_uri_scheme (GFile *file)
{
  return g_strdup (SCHEME);
}

static char *
get_basename (GFile *file)
{
  return g_file_get_basename (get_local (file));
}

static char *
get_path (GFile *file)
{
  return NULL;
}

static char *
get_uri (GFile *file)
{
  return g_strconcat (SCHEME "://server", g_file_peek_path (get_local (file)), NULL);
}

static GFile *
get_parent (GFile *file)
{
  g_autoptr(GFile) parent = g_file_get_parent (get_local (file));

  return parent != NULL ? share_file_new (parent) : NULL;
}

static GFile *
resolve (GFile      *file,
         const char *path)
{
  g_autoptr(GFile) resolved = g_file_resolve_relative_path (get_local (file), path);

  return share_file_new (resolved);
}

static GFileInfo *
query_info (GFile                *file,
            const char           *attributes,
            GFileQueryInfoFlags   flags,
            GCancellable         *cancellable,
            GError              **error)
{
  return is_reached (error) ? g_file_query_info (get_local (file), attributes, flags, cancellable, error) : NULL;
}

static GFileInputStream *
read_fn (GFile         *file,
         GCancellable  *cancellable,
         GError       **error)
{
  return is_reached (error) ? g_file_read (get_local (file), cancellable, error) : NULL;
}

static GFileOutputStream *
create (GFile             *file,
        GFileCreateFlags   flags,
        GCancellable      *cancellable,
        GError           **error)
{
  return is_reached (error) ? g_file_create (get_local (file), flags, cancellable, error) : NULL;
}

static GFileOutputStream *
replace (GFile             *file,
         const char        *etag,
         gboolean           make_backup,
         GFileCreateFlags   flags,
         GCancellable      *cancellable,
         GError           **error)
{
  return is_reached (error) ? g_file_replace (get_local (file), etag, make_backup, flags, cancellable, error) : NULL;
}

static gboolean
delete_file (GFile         *file,
             GCancellable  *cancellable,
             GError       **error)
{
  return is_reached (error) && g_file_delete (get_local (file), cancellable, error);
}

static void
share_file_interface_init (GFileIface *iface)
{
  iface->dup = dup_file;
  iface->hash = hash;
  iface->equal = equal;
  iface->is_native = is_native;
  iface->has_uri_scheme = has_uri_scheme;
  iface->get_uri_scheme = get_uri_scheme;
  iface->get_basename = get_basename;
  iface->get_path = get_path;
  iface->get_uri = get_uri;
  iface->get_parse_name = get_uri;
  iface->get_parent = get_parent;
  iface->resolve_relative_path = resolve;
  iface->query_info = query_info;
  iface->read_fn = read_fn;
  iface->create = create;
  iface->replace = replace;
  iface->delete_file = delete_file;
}
