const form = /^[A-Za-z_]\w{0,99}$/

/** Variables that steer a process instead of being read by what runs in it, and those a worker sets itself. */
const steering =
  /^(?:assay|node|npm|ld|dyld|python|openssl|uv|lc|git)_|^python|^(?:path|home|shell|ifs|env|bash_env|tmp|temp|tmpdir|tz|lang|pwd|user|gconv_path|locpath|glibc_tunables|malloc_conf|systemroot|comspec)$|^ssl_cert_|_proxy$/i

/** Whether a secret of this name can be handed to the process of an evaluation as an environment variable. */
export const isSecretName = (name: string): boolean => form.test(name) && !steering.test(name)
