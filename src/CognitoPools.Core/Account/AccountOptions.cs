using Amazon.Runtime;

namespace CognitoPools.Account;

/// <summary>The user's options for an account. All are optional. Missing values are determined as the AWS SDK
/// does.</summary>
public sealed record AccountOptions
{
    /// <summary>A profile of the shared AWS config and credentials files, or of the SDK's own store (SSO, assume-role,
    /// MFA and process profiles included).</summary>
    public string? ProfileName { get; init; }

    /// <summary>The Region, such as <c>eu-west-1</c>; it takes precedence over the profile's and the environment's.</summary>
    public string? Region { get; init; }

    /// <summary>Credentials to use as they are. They take precedence over those of a profile, whose Region and
    /// endpoints are still used.</summary>
    public AWSCredentials? Credentials { get; init; }

    /// <summary>An absolute http or https address that receives all calls instead of AWS's endpoints.</summary>
    public Uri? EndpointUrl { get; init; }

    /// <summary>Whether to use the FIPS endpoints. If false, AWS_USE_FIPS_ENDPOINT and the profile decide.</summary>
    public bool UseFips { get; init; }

    /// <summary>Creates the sandbox's handler, which answers the HTTP requests. Called once for each connection, which
    /// disposes of the handler.</summary>
    public Func<HttpMessageHandler>? HandlerFactory { get; init; }

    /// <summary>True for a sandbox: credentials, profiles and the environment are not read.</summary>
    public bool IsSandbox { get; init; }

    /// <summary>Requests a second by operation of the identity pools, 0 for no limit. Other operations have the
    /// service's default quota (<see cref="Account.RequestRates.Quotas"/>), and in a sandbox no limit.</summary>
    public IReadOnlyDictionary<string, double>? RequestRates { get; init; }

    /// <summary>An object that identifies the account of a sandbox, so that its connections share their request rates.
    /// If null, each connection has its own rates.</summary>
    public object? SandboxIdentity { get; init; }

    /// <summary>The clock of every wait and time limit.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>The time limit for one attempt of a call, including the answer; 30 seconds if null.
    /// <see cref="System.Threading.Timeout.InfiniteTimeSpan"/> for no limit.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>The maximum number of attempts of a call, 1 or more. If null, AWS_MAX_ATTEMPTS or the profile's
    /// max_attempts; if those are not set, the numbers of <see cref="RetryRules"/>.</summary>
    public int? MaxAttempts { get; init; }
}
