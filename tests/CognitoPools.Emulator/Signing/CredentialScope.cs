namespace CognitoPools.Emulator.Signing;

/// <summary>The scope of a signature: one day, Region and service.</summary>
/// <param name="Date">The day, as yyyyMMdd.</param>
/// <param name="Region">The Region.</param>
/// <param name="Service">The service's signing name, such as <c>iam</c>.</param>
/// <param name="Terminator">Must be <c>aws4_request</c>.</param>
internal sealed record CredentialScope(
    string Date, string Region, string Service, string Terminator = CredentialScope.Aws4Request)
{
    public const string Aws4Request = "aws4_request";

    public override string ToString() => $"{Date}/{Region}/{Service}/{Terminator}";
}
