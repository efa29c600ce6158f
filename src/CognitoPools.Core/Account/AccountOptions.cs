using Amazon.Runtime;

namespace CognitoPools.Account;

/// <summary>What the user said about the account to work in. Everything is optional: what is left out is found as the
/// AWS SDK finds it.</summary>
public sealed record AccountOptions
{
    /// <summary>A profile of the shared AWS config and credentials files, or of the SDK's own store (SSO, assume-role,
    /// MFA and process profiles included).</summary>
    public string? ProfileName { get; init; }

    /// <summary>The Region, such as <c>eu-west-1</c>; it takes precedence over the profile's and the environment's.</summary>
    public string? Region { get; init; }

    /// <summary>Credentials to use as they are; they take precedence over a profile's, whose Region and endpoints still
    /// count.</summary>
    public AWSCredentials? Credentials { get; init; }

    /// <summary>An absolute http or https address that every call goes to instead of AWS's endpoints.</summary>
    public Uri? EndpointUrl { get; init; }

    /// <summary>Use the FIPS endpoints. When false, AWS_USE_FIPS_ENDPOINT and the profile decide.</summary>
    public bool UseFips { get; init; }

    /// <summary>Makes the handler that answers the HTTP requests: the sandbox's. Called once per connection, which
    /// disposes of it.</summary>
    public Func<HttpMessageHandler>? HandlerFactory { get; init; }

    /// <summary>True for a sandbox: no credentials are looked for, and neither profile nor environment is read.</summary>
    public bool IsSandbox { get; init; }

    /// <summary>Requests a second by operation of the identity pools, 0 for no limit. What is not named has the
    /// service's default quota (<see cref="Account.RequestRates.Quotas"/>), and in a sandbox no limit.</summary>
    public IReadOnlyDictionary<string, double>? RequestRates { get; init; }

    /// <summary>What stands for the account of a sandbox, so that its connections share their request rates; each
    /// connection has its own when null.</summary>
    public object? SandboxIdentity { get; init; }

    /// <summary>The clock of every wait and time limit.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>The longest that one attempt of a call may take, answer included; 30 seconds when null.
    /// <see cref="System.Threading.Timeout.InfiniteTimeSpan"/> for no limit.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>How often a call is sent at most, 1 or more; when null, AWS_MAX_ATTEMPTS or the profile's max_attempts,
    /// else <see cref="RetryRules"/>'s own numbers.</summary>
    public int? MaxAttempts { get; init; }
}
