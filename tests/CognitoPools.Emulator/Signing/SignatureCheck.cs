using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CognitoPools.Account;
using CognitoPools.Sandbox.Wire;

namespace CognitoPools.Emulator.Signing;

/// <summary>Checks the signature of a request as AWS does. An unsigned request passes: the service knows whether the
/// operation is public.</summary>
/// <param name="credentials">The accepted keys.</param>
/// <param name="regions">The Regions that exist.</param>
/// <param name="clock">The clock that determines the age of a signature.</param>
/// <param name="findSessionSecret">Returns the secret of a temporary access key that the account issued, or null. The
/// service checks its session token.</param>
internal sealed class SignatureCheck(
    EmulatorCredentials credentials, IReadOnlyCollection<string> regions,
    TimeProvider clock, Func<string, string?> findSessionSecret)
{
    private const string TimestampFormat = "yyyyMMdd'T'HHmmss'Z'";

    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    /// <summary>The error that refuses the request, with AWS's message where it is known, or null.</summary>
    /// <param name="request">The request.</param>
    /// <param name="service">The signing name of the service.</param>
    public ServiceError? Refuse(SignedRequest request, string service)
    {
        if (request.Header("Authorization") is not { } header)
            return null;
        var errors = new SignatureErrors(service);
        if (Authorization.Parse(header, out var fault) is not { } authorization)
            return errors.Incomplete(fault);
        if (ReadTimestamp(request) is not { } timestamp)
            return errors.Incomplete("Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header.");
        if (WrongScope(authorization.Scope, service, timestamp) is { } scope)
            return errors.Mismatch(scope);
        if (UnsignedHeader(request, authorization) is { } unsigned)
            return errors.Mismatch($"'{unsigned}' must be a 'SignedHeader' in the AWS Authorization.");
        if (SecretOf(authorization.AccessKeyId, request.Header("X-Amz-Security-Token")) is not { } secret)
            return errors.UnknownKey;
        if (WrongTime(timestamp) is { } time)
            return errors.Mismatch(time);

        var expected = SignatureV4.Sign(request, authorization.SignedHeaders, Format(timestamp), authorization.Scope, secret);
        return CryptographicOperations.FixedTimeEquals(
            Encoding.UTF8.GetBytes(expected), Encoding.UTF8.GetBytes(authorization.Signature))
            ? null
            : errors.Mismatch(
                "The request signature we calculated does not match the signature you provided. Check your AWS Secret "
                    + "Access Key and signing method. Consult the service documentation for details.");
    }

    private string? SecretOf(string accessKeyId, string? sessionToken) => accessKeyId == credentials.AccessKeyId
        ? sessionToken == credentials.SessionToken ? credentials.SecretKey : null
        : findSessionSecret(accessKeyId);

    private static DateTimeOffset? ReadTimestamp(SignedRequest request)
    {
        if (request.Header("X-Amz-Date") is { } own)
        {
            return DateTimeOffset.TryParseExact(
                own, TimestampFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
                ? time
                : null;
        }
        return DateTimeOffset.TryParseExact(
            request.Header("Date"), "R", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date)
            ? date
            : null;
    }

    private static string Format(DateTimeOffset time) => time.UtcDateTime.ToString(TimestampFormat, CultureInfo.InvariantCulture);

    /// <summary>The first header that must be signed but is not. Host and all AWS headers must be signed, otherwise a proxy could
    /// change the operation.</summary>
    private static string? UnsignedHeader(
        SignedRequest request, Authorization authorization) => request.Headers.Keys.FirstOrDefault(name =>
        (name.Equals("Host", StringComparison.OrdinalIgnoreCase) || name.StartsWith("X-Amz-", StringComparison.OrdinalIgnoreCase))
        && !authorization.SignedHeaders.Contains(name, StringComparer.OrdinalIgnoreCase));

    private string? WrongScope(CredentialScope scope, string service, DateTimeOffset timestamp)
    {
        if (scope.Terminator != CredentialScope.Aws4Request)
        {
            return $"Credential should be scoped with a valid terminator: '{CredentialScope.Aws4Request}', not "
                + $"'{scope.Terminator}'.";
        }
        if (scope.Service != service)
            return $"Credential should be scoped to correct service: '{service}'.";
        // Requests to IAM's endpoint are signed for the partition's home Region. Clients with another endpoint sign for their own.
        var known = service == "iam" ? regions.Concat(regions.Select(AwsRegion.IamHomeOf)) : regions;
        if (!known.Contains(scope.Region, StringComparer.Ordinal))
            return $"Credential should be scoped to a valid region, not '{scope.Region}'.";
        var day = timestamp.UtcDateTime.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
        return scope.Date == day
            ? null
            : $"Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: "
                + $"'{scope.Date}' != '{day}', from '{Format(timestamp)}'.";
    }

    private string? WrongTime(DateTimeOffset timestamp)
    {
        var now = clock.GetUtcNow();
        if (timestamp < now - Tolerance)
            return $"Signature expired: {Format(timestamp)} is now earlier than {Format(now - Tolerance)} ({Format(now)} - 5 min.)";
        return timestamp > now + Tolerance
            ? $"Signature not yet current: {Format(timestamp)} is still later than {Format(now + Tolerance)} ({Format(now)} + 5 min.)"
            : null;
    }
}
