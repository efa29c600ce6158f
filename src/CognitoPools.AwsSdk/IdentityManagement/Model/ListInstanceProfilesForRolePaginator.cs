using System.Collections.Generic;
using System.Runtime.CompilerServices;
using System.Threading;
using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

/// <summary>The pages of ListInstanceProfilesForRole.</summary>
internal sealed class ListInstanceProfilesForRolePaginator : IPaginator<ListInstanceProfilesForRoleResponse>, IListInstanceProfilesForRolePaginator
{
    private readonly IAmazonIdentityManagementService client;
    private readonly ListInstanceProfilesForRoleRequest request;
    private int used;

    public ListInstanceProfilesForRolePaginator(IAmazonIdentityManagementService client, ListInstanceProfilesForRoleRequest request)
    {
        this.client = client;
        this.request = request;
    }

    public IPaginatedEnumerable<ListInstanceProfilesForRoleResponse> Responses => new PaginatedResponse<ListInstanceProfilesForRoleResponse>(this);

    public IPaginatedEnumerable<InstanceProfile> InstanceProfiles => new PaginatedResultKeyResponse<ListInstanceProfilesForRoleResponse, InstanceProfile>(this, page => page.InstanceProfiles ?? new List<InstanceProfile>());

    async IAsyncEnumerable<ListInstanceProfilesForRoleResponse> IPaginator<ListInstanceProfilesForRoleResponse>.PaginateAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (Interlocked.Exchange(ref used, 1) != 0)
        {
            throw new System.InvalidOperationException("Paginator has already been consumed and cannot be reused. Please create a new instance.");
        }
        ListInstanceProfilesForRoleResponse page;
        do
        {
            page = await client.ListInstanceProfilesForRoleAsync(request, cancellationToken).ConfigureAwait(false);
            request.Marker = page.Marker;
            yield return page;
        }
        while (page.IsTruncated == true);
    }
}
