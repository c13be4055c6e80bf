"""The documents of one application in a repository of Istio configuration, for bench/generate --istio."""


def head(api, kind, name, space):
    return f"apiVersion: {api}\nkind: {kind}\nmetadata:\n  name: {name}\n  namespace: {space}\n"


def virtual_service(app, space, dice):
    routes = "".join(
        f"""
    - name: route-{i}
      match:
        - uri:
            prefix: /{app}/{dice.choice(["items", "orders", "users"])}/{i}
          method:
            exact: {dice.choice(["GET", "POST", "PUT"])}
          headers:
            x-channel:
              exact: {dice.choice(["web", "mobile"])}
      timeout: {dice.randint(1, 30)}s
      retries:
        attempts: {dice.randint(1, 5)}
        perTryTimeout: 500ms
        retryOn: connect-failure,refused-stream
      route:
        - destination:
            host: {app}
            subset: v1"""
        for i in range(dice.randint(1, 4))
    )
    weight = dice.randint(0, 100)
    return head("networking.istio.io/v1", "VirtualService", app, space) + f"""\
spec:
  hosts:
    - {app}
  http:{routes}
    - route:
        - destination:
            host: {app}
            subset: v1
          weight: {weight}
        - destination:
            host: {app}
            subset: v2
          weight: {100 - weight}
"""


def destination_rule(app, space, dice):
    return head("networking.istio.io/v1", "DestinationRule", app, space) + f"""\
spec:
  host: {app}
  trafficPolicy:
    connectionPool:
      tcp:
        maxConnections: {dice.randint(10, 500)}
      http:
        http2MaxRequests: {dice.randint(10, 500)}
        maxRequestsPerConnection: 10
    outlierDetection:
      consecutive5xxErrors: 5
      interval: 30s
      baseEjectionTime: 60s
    loadBalancer:
      simple: {dice.choice(["LEAST_REQUEST", "ROUND_ROBIN", "RANDOM"])}
  subsets:
    - name: v1
      labels:
        version: v1
    - name: v2
      labels:
        version: v2
"""


def authorization_policy(app, space, sources, dice):
    principals = "".join(f'\n              - cluster.local/ns/{where}/sa/{name}' for name, where in sources)
    return head("security.istio.io/v1", "AuthorizationPolicy", app, space) + f"""\
spec:
  selector:
    matchLabels:
      app: {app}
  action: ALLOW
  rules:
    - from:
        - source:
            principals:{principals}
      to:
        - operation:
            methods: [{", ".join(dice.sample(["GET", "POST", "PUT"], 2))}]
            paths: ["/{app}/items/*", "/{app}/orders/*"]
      when:
        - key: request.headers[x-channel]
          values: [web, mobile]
"""


def others(app, space):
    yield head("security.istio.io/v1", "PeerAuthentication", app, space) + f"""\
spec:
  selector:
    matchLabels:
      app: {app}
  mtls:
    mode: STRICT
"""
    yield head("security.istio.io/v1", "RequestAuthentication", app, space) + f"""\
spec:
  selector:
    matchLabels:
      app: {app}
  jwtRules:
    - issuer: https://accounts.example.com
      jwksUri: https://accounts.example.com/jwks
      audiences: [{app}]
      forwardOriginalToken: true
"""
    yield head("networking.istio.io/v1", "Sidecar", app, space) + f"""\
spec:
  workloadSelector:
    labels:
      app: {app}
  egress:
    - hosts:
        - ./*
        - istio-system/*
"""
    yield head("networking.istio.io/v1", "ServiceEntry", f"{app}-partner", space) + f"""\
spec:
  hosts:
    - {app}.partner.example.com
  location: MESH_EXTERNAL
  resolution: DNS
  ports:
    - number: 443
      name: tls
      protocol: TLS
"""
    yield head("telemetry.istio.io/v1", "Telemetry", app, space) + f"""\
spec:
  selector:
    matchLabels:
      app: {app}
  tracing:
    - randomSamplingPercentage: 10
      customTags:
        team:
          literal:
            value: {space}
"""
    yield head("networking.istio.io/v1", "Gateway", app, space) + f"""\
spec:
  selector:
    istio: ingress
  servers:
    - port:
        number: 443
        name: https
        protocol: HTTPS
      hosts:
        - {app}.example.com
      tls:
        mode: SIMPLE
        credentialName: {app}-certificate
"""


def application(app, space, sources, dice):
    return [
        virtual_service(app, space, dice),
        destination_rule(app, space, dice),
        authorization_policy(app, space, sources, dice),
        *others(app, space),
    ]
