using static CognitoPools.Sandbox.Validation.ShapeWords;

namespace CognitoPools.Sandbox.Validation;

/// <summary>The inputs of the STS operations, as the public service model (2011-06-15) constrains them.</summary>
internal static class StsShapes
{
    private static readonly TextShape Arn = Text(20, 2048, @"[\u0009\u000A\u000D\u0020-\u007E\u0085\u00A0-\uD7FF\uE000-\uFFFD]+");

    public static StructureShape Nothing { get; } = Structure();

    public static StructureShape AssumeRoleWithWebIdentity { get; } = Structure(
        Needs("RoleArn", Arn),
        Needs("RoleSessionName", Text(2, 64, @"[\w+=,.@-]*")),
        Needs("WebIdentityToken", Text(4, 20000) with { IsSensitive = true }),
        Takes("ProviderId", Text(4, 2048)),
        Takes("PolicyArns", ListOf(Structure(Takes("arn", Arn)))),
        Takes("Policy", Text(1, 2048, @"[\u0009\u000A\u000D\u0020-\u00FF]+")),
        Takes("DurationSeconds", Number(900, 43200)));
}
