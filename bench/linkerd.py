"""The documents of one application under Linkerd and the Gateway API, for bench/generate --mixed."""


def head(api, kind, name, space):
    return f"apiVersion: {api}\nkind: {kind}\nmetadata:\n  name: {name}\n  namespace: {space}\n"


def namespace(name):
    return f"""\
apiVersion: v1
kind: Namespace
metadata:
  name: {name}
  annotations:
    linkerd.io/inject: enabled
    config.linkerd.io/default-inbound-policy: all-authenticated
"""


def guard(app, space, sources):
    clients = "".join(f"\n    - kind: ServiceAccount\n      name: {name}\n      namespace: {where}" for name, where in sources)
    yield head("policy.linkerd.io/v1beta3", "Server", app, space) + f"""\
spec:
  podSelector:
    matchLabels:
      app: {app}
  port: 8080
  proxyProtocol: HTTP/1
"""
    yield head("policy.linkerd.io/v1alpha1", "MeshTLSAuthentication", app, space) + f"""\
spec:
  identityRefs:{clients}
"""
    yield head("policy.linkerd.io/v1alpha1", "AuthorizationPolicy", app, space) + f"""\
spec:
  targetRef:
    group: policy.linkerd.io
    kind: Server
    name: {app}
  requiredAuthenticationRefs:
    - group: policy.linkerd.io
      kind: MeshTLSAuthentication
      name: {app}
"""


def routes(app, space, dice):
    rules = "".join(
        f"""
    - matches:
        - path:
            type: PathPrefix
            value: /{app}/{dice.choice(["items", "orders", "users"])}/{i}
          method: {dice.choice(["GET", "POST", "PUT"])}
      backendRefs:
        - name: {app}
          port: 8080
          weight: {dice.randint(1, 100)}
      timeouts:
        request: {dice.randint(1, 30)}s"""
        for i in range(dice.randint(1, 4))
    )
    yield head("gateway.networking.k8s.io/v1", "HTTPRoute", app, space) + f"""\
spec:
  parentRefs:
    - group: ""
      kind: Service
      name: {app}
      port: 8080
  rules:{rules}
    - backendRefs:
        - name: {app}
          port: 8080
"""
    yield head("gateway.networking.k8s.io/v1", "Gateway", app, space) + f"""\
spec:
  gatewayClassName: edge
  listeners:
    - name: http
      port: 80
      protocol: HTTP
      hostname: "{app}.example.com"
"""
    yield head("gateway.networking.k8s.io/v1", "HTTPRoute", f"{app}-edge", space) + f"""\
spec:
  parentRefs:
    - name: {app}
      sectionName: http
  hostnames:
    - {app}.example.com
  rules:
    - matches:
        - path:
            type: PathPrefix
            value: /
      backendRefs:
        - name: {app}
          port: 8080
"""


def application(app, space, sources, dice):
    return [*guard(app, space, sources), *routes(app, space, dice)]
