using static CognitoPools.Sandbox.Validation.ShapeWords;

namespace CognitoPools.Sandbox.Validation;

/// <summary>The inputs of the IAM operations, as the public service model (2010-05-08) constrains them.</summary>
internal static class IamShapes
{
    private static readonly TextShape RoleName = Text(1, 64, @"[\w+=,.@-]+");
    private static readonly TextShape PolicyName = Text(1, 128, @"[\w+=,.@-]+");
    private static readonly TextShape Path = Text(1, 512, @"(\u002F)|(\u002F[\u0021-\u007E]+\u002F)");
    private static readonly TextShape Document = Text(1, 131072, @"[\u0009\u000A\u000D\u0020-\u00FF]+");
    private static readonly TextShape Arn = Text(20, 2048);
    private static readonly TextShape TagKey = Text(1, 128, @"[\p{L}\p{Z}\p{N}_.:/=+\-@]+");
    private static readonly ListShape Tags = ListOf(Structure(Needs("Key", TagKey), Needs("Value", Text(0, 256, @"[\p{L}\p{Z}\p{N}_.:/=+\-@]*"))), max: 50);

    private static readonly Field[] Page = [Takes("Marker", Text(1, 320, @"[\u0020-\u00FF]+")), Takes("MaxItems", Number(1, 1000))];

    public static StructureShape Nothing { get; } = Structure();

    public static StructureShape Role { get; } = Structure(Needs("RoleName", RoleName));

    public static StructureShape CreateRole { get; } = Structure(
        Takes("Path", Path),
        Needs("RoleName", RoleName),
        Needs("AssumeRolePolicyDocument", Document),
        Takes("Description", new TextShape(Max: 1000, Pattern: @"[\u0009\u000A\u000D\u0020-\u007E\u00A1-\u00FF]*")),
        Takes("MaxSessionDuration", Number(3600, 43200)),
        Takes("PermissionsBoundary", Arn),
        Takes("Tags", Tags));

    public static StructureShape ListRoles { get; } = Structure([Takes("PathPrefix", Text(1, 512, @"\u002F[\u0021-\u007F]*")), .. Page]);

    public static StructureShape RolePage { get; } = Structure([Needs("RoleName", RoleName), .. Page]);

    public static StructureShape AttachedPage { get; } = Structure(
        [Needs("RoleName", RoleName), Takes("PathPrefix", Text(1, 512, @"((/[A-Za-z0-9\.,\+@=_-]+)*)/")), .. Page]);

    public static StructureShape Trust { get; } = Structure(Needs("RoleName", RoleName), Needs("PolicyDocument", Document));

    public static StructureShape PutPolicy { get; } = Structure(Needs("RoleName", RoleName), Needs("PolicyName", PolicyName), Needs("PolicyDocument", Document));

    public static StructureShape InlinePolicy { get; } = Structure(Needs("RoleName", RoleName), Needs("PolicyName", PolicyName));

    public static StructureShape Attachment { get; } = Structure(Needs("RoleName", RoleName), Needs("PolicyArn", Arn));

    public static StructureShape Policy { get; } = Structure(Needs("PolicyArn", Arn));

    public static StructureShape PolicyVersion { get; } = Structure(
        Needs("PolicyArn", Arn),
        Needs("VersionId", new TextShape(Pattern: @"v[1-9][0-9]*(\.[A-Za-z0-9-]*)?")));

    public static StructureShape TagRole { get; } = Structure(Needs("RoleName", RoleName), Needs("Tags", Tags));

    public static StructureShape UntagRole { get; } = Structure(Needs("RoleName", RoleName), Needs("TagKeys", ListOf(TagKey, max: 50)));

    public static StructureShape OpenIdConnectProvider { get; } = Structure(Needs("OpenIDConnectProviderArn", Arn));

    public static StructureShape SamlProvider { get; } = Structure(Needs("SAMLProviderArn", Arn));
}
